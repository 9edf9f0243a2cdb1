using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Days on which a place keeps other hours than usual, or none, and why. Everybody sees it.</summary>
internal sealed class PlaceClosure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PlaceId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Spans as in <see cref="DayHours"/> that stay open; empty: shut all day.</summary>
    public string Open { get; init; } = "";

    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class PlaceClosureMapping : IEntityTypeConfiguration<PlaceClosure>
{
    public const int LongestReason = 200;

    public void Configure(EntityTypeBuilder<PlaceClosure> closure)
    {
        closure.ToTable("place_closures");
        closure.Property(c => c.Id).ValueGeneratedNever();
        closure.Property(c => c.Open).HasMaxLength(DayHours.Longest);
        closure.Property(c => c.Reason).HasMaxLength(LongestReason);
        closure.Property(c => c.By).HasMaxLength(40);
        closure.HasOne<Place>().WithMany().HasForeignKey(c => c.PlaceId);
        closure.HasIndex(c => new { c.PlaceId, c.Until });
    }
}
