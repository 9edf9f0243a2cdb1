using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;

namespace MppDigital.National.Catalog.Releases;

/// <summary>How one regency stands to the national catalog, as it found itself. The ministry reads these rows and opens no regency's database.</summary>
internal sealed class StandingRow
{
    public required string RegencyCode { get; init; }

    /// <summary>When the regency looked; an older look never replaces a newer one.</summary>
    public DateTime AsOf { get; set; }

    /// <summary>Services in force there.</summary>
    public int Services { get; set; }

    /// <summary>Those of them with a deviation.</summary>
    public int Deviating { get; set; }

    /// <summary>JSON of <see cref="StandingDetail"/>.</summary>
    public string Detail { get; set; } = "{}";
}

/// <summary>How many answers of ours failed in a regency that was given a version early, since the last step of its release.</summary>
internal sealed class ReleaseTrafficRow
{
    public Guid ReleaseId { get; init; }

    public required string RegencyCode { get; init; }

    public long Requests { get; init; }

    public long Failures { get; init; }
}

internal sealed class StandingMapping : IEntityTypeConfiguration<StandingRow>, IEntityTypeConfiguration<ReleaseTrafficRow>
{
    public void Configure(EntityTypeBuilder<StandingRow> row)
    {
        row.ToTable("regency_standing");
        row.HasKey(r => r.RegencyCode);
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.HasOne<RegencyRow>().WithMany().HasForeignKey(r => r.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReleaseTrafficRow> row)
    {
        row.ToTable("release_traffic");
        row.HasKey(r => new { r.ReleaseId, r.RegencyCode });
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.HasOne<ReleaseRow>().WithMany().HasForeignKey(r => r.ReleaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
