using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents.Vault;

/// <summary>The data key of the vault, wrapped by the master key that lies outside the database. There is one row.</summary>
internal sealed class VaultKeyRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required byte[] WrappedKey { get; init; }
}

internal sealed class VaultKeyMapping : IEntityTypeConfiguration<VaultKeyRow>
{
    public void Configure(EntityTypeBuilder<VaultKeyRow> row)
    {
        row.ToTable("vault_keys");
        row.Property(k => k.Id).ValueGeneratedNever();
        row.Property(k => k.WrappedKey).HasMaxLength(2000);
    }
}
