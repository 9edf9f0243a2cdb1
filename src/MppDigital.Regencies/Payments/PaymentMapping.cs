using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Payments;

internal sealed class PaymentMapping :
    IEntityTypeConfiguration<Bill>, IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<PaymentDifference>, IEntityTypeConfiguration<PaymentAccount>
{
    public void Configure(EntityTypeBuilder<Bill> bill)
    {
        bill.ToTable("bills");
        bill.Property(b => b.Id).ValueGeneratedNever();
        bill.Property(b => b.Number).HasMaxLength(20);
        bill.Property(b => b.Sub).HasMaxLength(40);
        bill.Property(b => b.Service).HasMaxLength(20);
        bill.Property(b => b.Version).IsConcurrencyToken();
        bill.Ignore(b => b.OwedIdr);
        bill.Ignore(b => b.Latest);
        bill.HasIndex(b => b.ApplicationId).IsUnique();
        bill.HasIndex(b => b.Number).IsUnique();
        bill.HasIndex(b => new { b.State, b.DueAt });
        bill.HasMany(b => b.Payments).WithOne().HasForeignKey(p => p.BillId);
        bill.HasMany(b => b.Entries).WithOne().HasForeignKey(e => e.BillId);
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments");
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.Reference).HasMaxLength(25);
        payment.Property(p => p.ProviderReference).HasMaxLength(60);
        payment.Property(p => p.Payload).HasMaxLength(512);
        payment.Property(p => p.RefundOrderedBy).HasMaxLength(40);
        payment.HasIndex(p => new { p.BillId, p.Try }).IsUnique();
        payment.HasIndex(p => p.Reference).IsUnique();
        payment.HasIndex(p => p.ProviderReference).IsUnique();
        payment.HasIndex(p => new { p.State, p.CreatedAt });
        payment.HasIndex(p => p.PaidAt);
    }

    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Source).HasMaxLength(60);
        // Double booking is impossible by this, not by a check.
        entry.HasIndex(e => new { e.Source, e.Account }).IsUnique();
        entry.HasIndex(e => new { e.Account, e.At });
    }

    public void Configure(EntityTypeBuilder<PaymentDifference> difference)
    {
        difference.ToTable("payment_differences");
        difference.Property(d => d.Id).ValueGeneratedNever();
        difference.Property(d => d.Key).HasMaxLength(64);
        difference.Property(d => d.Kind).HasMaxLength(30);
        difference.Property(d => d.Origin).HasMaxLength(20);
        difference.Property(d => d.Reference).HasMaxLength(60);
        difference.Property(d => d.ProviderReference).HasMaxLength(60);
        difference.Property(d => d.Status).HasMaxLength(20);
        difference.Property(d => d.ResolvedBy).HasMaxLength(40);
        difference.HasIndex(d => d.Key).IsUnique();
        difference.HasIndex(d => new { d.ResolvedAt, d.At });
    }

    public void Configure(EntityTypeBuilder<PaymentAccount> account)
    {
        account.ToTable("payment_account");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Merchant).HasMaxLength(40);
        account.Property(a => a.Nmid).HasMaxLength(15);
    }
}
