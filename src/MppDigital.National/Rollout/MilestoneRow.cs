using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Rollout;

/// <summary>One announced figure or decision about the whole country.</summary>
internal sealed class MilestoneRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required MilestoneKind Kind { get; init; }

    /// <summary>From this day on the figure counts; of a plan, the day it is planned for.</summary>
    public required DateOnly On { get; init; }

    public required string DateText { get; init; }

    public required string Text { get; init; }

    public required int? Count { get; init; }

    /// <summary>Parted by <c>; </c>.</summary>
    public required string Sources { get; init; }

    public required string Confidence { get; init; }
}

internal sealed class MilestoneMapping : IEntityTypeConfiguration<MilestoneRow>
{
    public void Configure(EntityTypeBuilder<MilestoneRow> row)
    {
        row.ToTable("milestones");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.DateText).HasMaxLength(10);
        row.Property(r => r.Text).HasMaxLength(400);
        row.Property(r => r.Sources).HasMaxLength(600);
        row.Property(r => r.Confidence).HasMaxLength(100);
        row.HasIndex(r => new { r.Kind, r.On });
    }
}
