from moto import mock_aws
import boto3
@mock_aws
def test_shipped():
    boto3.client("sqs", region_name="eu-west-1").create_queue(QueueName="late")
