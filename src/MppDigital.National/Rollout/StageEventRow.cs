using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.National.Registry;

namespace MppDigital.National.Rollout;

/// <summary>One dated fact of a regency's way to its service hall. Facts are added, never changed.</summary>
internal sealed class StageEventRow
{
    public const int SourceLength = 400;
    public const int PersonLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string RegencyCode { get; init; }

    public required RolloutEvent Event { get; init; }

    /// <summary>Last day that <see cref="DateText"/> can mean.</summary>
    public required DateOnly On { get; init; }

    /// <summary>As published: a day, a month or a year.</summary>
    public required string DateText { get; init; }

    public required string Source { get; init; }

    /// <summary><c>seed</c>, or the <c>sub</c> of the person.</summary>
    public required string EnteredBy { get; init; }

    public required DateTime EnteredAt { get; init; }
}

internal sealed class StageEventMapping : IEntityTypeConfiguration<StageEventRow>
{
    public void Configure(EntityTypeBuilder<StageEventRow> row)
    {
        row.ToTable("stage_events");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.RegencyCode).HasMaxLength(5);
        row.Property(r => r.DateText).HasMaxLength(10);
        row.Property(r => r.Source).HasMaxLength(StageEventRow.SourceLength);
        row.Property(r => r.EnteredBy).HasMaxLength(StageEventRow.PersonLength);
        row.HasOne<RegencyRow>().WithMany().HasForeignKey(r => r.RegencyCode).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => new { r.RegencyCode, r.Event, r.DateText }).IsUnique();
    }
}
