using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Persistence;

/// <summary>Whose database this is. Compared at the first use in a process, so that a swapped file or connection string is refused.</summary>
internal sealed class RegencyIdentity
{
    public string Code { get; init; } = "";

    /// <summary>The regency's data key, wrapped by the key ring that lives outside the database.</summary>
    public byte[] WrappedKey { get; init; } = [];

    public DateTime CreatedAt { get; init; }
}

internal sealed class RegencyIdentityMapping : IEntityTypeConfiguration<RegencyIdentity>
{
    public void Configure(EntityTypeBuilder<RegencyIdentity> identity)
    {
        identity.ToTable("regency_identity");
        identity.HasKey(i => i.Code);
        identity.Property(i => i.Code).HasMaxLength(5);
        identity.Property(i => i.WrappedKey).HasMaxLength(200);
    }
}
