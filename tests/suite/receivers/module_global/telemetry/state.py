import urllib3

pool = urllib3.PoolManager(num_pools=4)
