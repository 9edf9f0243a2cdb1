using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;

namespace MppDigital.National.Performance;

/// <summary>What the people of a regency said in the satisfaction survey of one year, as the regency last pushed it.</summary>
internal sealed class SatisfactionRow
{
    public required string RegencyCode { get; init; }

    public required int Year { get; init; }

    /// <summary>Services finished in that year.</summary>
    public int Acts { get; set; }

    public int Respondents { get; set; }

    /// <summary>All scores of all elements added up: the country's index is exact, not a mean of rounded means.</summary>
    public int Scores { get; set; }

    /// <summary>When the regency counted; an older push never replaces a newer one.</summary>
    public DateTime AsOf { get; set; }
}

internal sealed class SatisfactionMapping : IEntityTypeConfiguration<SatisfactionRow>
{
    public void Configure(EntityTypeBuilder<SatisfactionRow> row)
    {
        row.ToTable("satisfaction");
        row.HasKey(r => new { r.RegencyCode, r.Year });
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.Property(r => r.Year).ValueGeneratedNever();
        row.HasOne<RegencyRow>().WithMany().HasForeignKey(r => r.RegencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
