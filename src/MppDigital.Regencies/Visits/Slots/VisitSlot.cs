using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Slots;

/// <summary>
/// One line of the public ledger: what the counters of a group can do in one slot, and how much of it is taken, in minutes of service, by those who
/// booked and those who walked in alike. Changed by conditional updates alone; the database itself refuses more than there is.
/// </summary>
internal sealed class VisitSlot
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PlaceId { get; init; }

    public required Guid GroupId { get; init; }

    public required DateTime StartsAt { get; init; }

    /// <summary>In the regency's own calendar.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How long it lasts.</summary>
    public required int Length { get; init; }

    /// <summary>Counters times minutes.</summary>
    public required int Capacity { get; init; }

    /// <summary>The part of it that may ever be booked beforehand; the rest is for those who walk in.</summary>
    public required int Bookable { get; init; }

    public int Taken { get; init; }

    /// <summary>The part of <see cref="Taken"/> that was booked.</summary>
    public int Booked { get; init; }

    /// <summary>Minutes of people who had a number before the ledger could be asked, and for whom it had no place left: a kiosk whose link was down.</summary>
    public int Beyond { get; init; }
}

internal sealed class VisitSlotMapping : IEntityTypeConfiguration<VisitSlot>
{
    public void Configure(EntityTypeBuilder<VisitSlot> slot)
    {
        slot.ToTable("visit_slots", table => table.HasCheckConstraint(
            "CK_visit_slots_ledger", """("Taken" >= "Booked" AND "Booked" >= 0 AND "Taken" <= "Capacity" AND "Booked" <= "Bookable" AND "Bookable" <= "Capacity" AND "Beyond" >= 0)"""));
        slot.Property(s => s.Id).ValueGeneratedNever();
        slot.HasOne<CounterGroup>().WithMany().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Restrict);
        slot.HasIndex(s => new { s.GroupId, s.StartsAt }).IsUnique();
        slot.HasIndex(s => new { s.PlaceId, s.Day });
    }
}
