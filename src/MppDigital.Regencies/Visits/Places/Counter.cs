using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>One counter. Whether it is open now is set by those who sit there, and seen by everybody.</summary>
internal sealed class Counter : IVersioned
{
    private Counter()
    {
    }

    public Counter(Guid placeId, Guid groupId, string label, DateTime now) => (PlaceId, GroupId, Label, StateSince) = (placeId, groupId, label, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PlaceId { get; private init; }

    public Guid GroupId { get; private init; }

    /// <summary>As it stands above the counter: <c>5</c>.</summary>
    public string Label { get; private set; } = "";

    /// <summary>False: taken out of service, no longer counted.</summary>
    public bool Active { get; private set; } = true;

    public CounterState State { get; private set; } = CounterState.Closed;

    /// <summary>Shown to those who wait; empty while it is open.</summary>
    public string StateReason { get; private set; } = "";

    public DateTime StateSince { get; private set; }

    /// <summary>Who sits there now; null while it is closed.</summary>
    public string? StaffSub { get; private set; }

    /// <summary>When those who sit here mean to be away each day, in the writing of <see cref="DayHours"/>; empty: nothing is planned. Whoever waits is told a time that knows of it.</summary>
    public string Breaks { get; private set; } = "";

    public long Version { get; private set; }

    public void PlanBreaks(string breaks) => Breaks = breaks;

    public void Rename(string label, bool active) => (Label, Active) = (label, active);

    /// <summary>Opened by whoever takes the seat; a break keeps it.</summary>
    public void Turn(CounterState state, string reason, string sub, DateTime now) =>
        (State, StateReason, StateSince, StaffSub) = (state, state == CounterState.Open ? "" : reason, now, state == CounterState.Closed ? null : sub);
}

public enum CounterState
{
    Closed,
    Open,
    Break,
}

internal sealed class CounterMapping : IEntityTypeConfiguration<Counter>
{
    public const int LongestLabel = 20;
    public const int LongestReason = 120;
    public const int LongestBreaks = 60;

    public void Configure(EntityTypeBuilder<Counter> counter)
    {
        counter.ToTable("counters");
        counter.Property(c => c.Id).ValueGeneratedNever();
        counter.Property(c => c.Label).HasMaxLength(LongestLabel);
        counter.Property(c => c.StateReason).HasMaxLength(LongestReason);
        counter.Property(c => c.StaffSub).HasMaxLength(40);
        counter.Property(c => c.Breaks).HasMaxLength(LongestBreaks);
        counter.Property(c => c.Version).IsConcurrencyToken();
        counter.HasOne<Place>().WithMany().HasForeignKey(c => c.PlaceId).OnDelete(DeleteBehavior.Restrict);
        counter.HasOne<CounterGroup>().WithMany().HasForeignKey(c => c.GroupId).OnDelete(DeleteBehavior.Restrict);
        counter.HasIndex(c => new { c.PlaceId, c.Label }).IsUnique();
        counter.HasIndex(c => c.GroupId);
    }
}
