using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Ministry;

/// <summary>One role of one person at the ministry. The login knows no roles: authorisation reads these rows.</summary>
internal sealed class MinistryOfficer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Sub { get; init; }

    public required string Name { get; init; }

    public required MinistryRole Role { get; init; }
}

public enum MinistryRole
{
    /// <summary>Follows the rollout and records its facts.</summary>
    Analyst,

    /// <summary>Publishes the national catalog.</summary>
    CatalogOwner,
}

internal sealed class MinistryOfficerMapping : IEntityTypeConfiguration<MinistryOfficer>
{
    public void Configure(EntityTypeBuilder<MinistryOfficer> officer)
    {
        officer.ToTable("ministry_officers");
        officer.Property(o => o.Id).ValueGeneratedNever();
        officer.Property(o => o.Sub).HasMaxLength(40);
        officer.Property(o => o.Name).HasMaxLength(120);
        officer.HasIndex(o => new { o.Sub, o.Role }).IsUnique();
    }
}
