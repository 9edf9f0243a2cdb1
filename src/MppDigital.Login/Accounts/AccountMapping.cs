using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Login.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Sub).HasMaxLength(32);
        builder.HasIndex(a => a.Sub).IsUnique();
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(a => a.NikLookup).HasMaxLength(FieldCipher.LookupLength);
        builder.HasIndex(a => a.NikLookup).IsUnique();
        builder.Property(a => a.PhoneLookup).HasMaxLength(FieldCipher.LookupLength);
        builder.HasIndex(a => a.PhoneLookup);
        builder.Property(a => a.Standing).HasConversion<string>().HasMaxLength(10);
        builder.Property(a => a.Proof).HasConversion<string>().HasMaxLength(10);
        builder.Property(a => a.Sealed).HasMaxLength(2000);
        builder.Property(a => a.RegencyCode).HasMaxLength(4);
        builder.Property(a => a.TotpSealed).HasMaxLength(200);
        builder.Property(a => a.PasswordHash).HasMaxLength(200);
        builder.Property(a => a.SecurityStamp).HasMaxLength(64);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
        builder.Property(a => a.PhoneNumber).HasMaxLength(20);
    }
}
