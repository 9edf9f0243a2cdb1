using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents;

/// <summary>The data key of the national database, wrapped by the master key that lies outside it. There is one row.</summary>
internal sealed class ResidentKey
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public byte[] WrappedKey { get; init; } = [];
}

internal sealed class ResidentKeyMapping : IEntityTypeConfiguration<ResidentKey>
{
    public void Configure(EntityTypeBuilder<ResidentKey> key)
    {
        key.ToTable("resident_keys");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.WrappedKey).HasMaxLength(2000);
    }
}
