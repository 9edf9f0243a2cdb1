using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Where people are served: a building, a bus, a kiosk, or a desk that exists on screens alone. One model serves all.</summary>
internal sealed class Place : IVersioned, IConfigured
{
    private Place()
    {
    }

    public Place(Guid id, PlaceKind kind, DateTime now) => (Id, Kind, CreatedAt) = (id, kind, now);

    public Guid Id { get; private init; }

    public PlaceKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary><see cref="OpeningHours"/> as JSON.</summary>
    public string Hours { get; private set; } = "";

    /// <summary>How long one slot is.</summary>
    public int SlotMinutes { get; private set; } = 30;

    /// <summary>Part of each slot that is never booked beforehand: for people without a phone, and for those who need it today.</summary>
    public int WalkInPercent { get; private set; } = 30;

    /// <summary><see cref="ReleaseWaves"/> as text.</summary>
    public string Waves { get; private set; } = ReleaseWaves.Usual;

    /// <summary>False: shut for good, kept for what happened here.</summary>
    public bool Active { get; private set; } = true;

    public DateTime CreatedAt { get; private init; }

    public long Version { get; private set; }

    public void Describe(string name, string address, bool active) => (Name, Address, Active) = (name, address, active);

    public void Open(OpeningHours hours) => Hours = hours.ToJson();

    public void Ration(int slotMinutes, int walkInPercent, ReleaseWaves waves) => (SlotMinutes, WalkInPercent, Waves) = (slotMinutes, walkInPercent, waves.ToString());

    string IConfigured.Subject => $"place:{Id}";
}

public enum PlaceKind
{
    Hall,

    /// <summary>A bus or a boat that comes on certain days.</summary>
    Mobile,

    Kiosk,

    /// <summary>Served by call or message; nobody has to come.</summary>
    OnlineDesk,
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public const int LongestName = 120;
    public const int LongestAddress = 300;

    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.ToTable("places");
        place.Property(p => p.Id).ValueGeneratedNever();
        place.Property(p => p.Name).HasMaxLength(LongestName);
        place.Property(p => p.Address).HasMaxLength(LongestAddress);
        place.Property(p => p.Hours).HasMaxLength(4000);
        place.Property(p => p.Waves).HasMaxLength(ReleaseWaves.Longest);
        place.Property(p => p.Version).IsConcurrencyToken();
    }
}
