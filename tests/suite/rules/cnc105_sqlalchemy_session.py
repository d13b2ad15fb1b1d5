"""A synchronous ORM session queries and commits on the calling thread; adding only marks the object."""
from sqlalchemy.orm import Session

from shop.models import Product


async def rename(db: Session, sku: str, name: str) -> None:
    product = db.query(Product).filter_by(sku=sku).first()  # CNC105
    product.name = name
    db.add(product)
    db.commit()  # CNC105
