using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Places;

/// <summary>Counters of one agency in one place that serve the same services, and therefore one line: what waits for one of them, any of them takes.</summary>
internal sealed class CounterGroup : IVersioned, IConfigured
{
    public const int UsualMinutes = 15;

    private CounterGroup()
    {
    }

    public CounterGroup(Guid placeId, string agency, string letter) => (PlaceId, Agency, Letter) = (placeId, agency, letter);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PlaceId { get; private init; }

    /// <summary>Code as the catalog writes it.</summary>
    public string Agency { get; private init; } = "";

    /// <summary>Before the numbers of its line: <c>B</c> of B-031. One line of a place, one letter.</summary>
    public string Letter { get; private init; } = "";

    /// <summary>Codes separated by blanks, each with the minutes it takes where that differs: <c>DKC-KTP-01 DKC-KK-01:20</c>. Empty: every service of the agency.</summary>
    public string Services { get; private set; } = "";

    /// <summary>How long a visit takes on average, where <see cref="Services"/> says nothing else.</summary>
    public int Minutes { get; private set; } = UsualMinutes;

    public long Version { get; private set; }

    public void Serve(string services, int minutes) => (Services, Minutes) = (services, minutes);

    /// <param name="agency">Of the service.</param>
    public bool Serves(string service, string agency) => Services.Length == 0 ? Agency == agency : Parts().Any(p => p.Code == service);

    public int MinutesOf(string service) => Parts().FirstOrDefault(p => p.Code == service).Minutes is > 0 and var own ? own : Minutes;

    private IEnumerable<(string Code, int Minutes)> Parts() => Services.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        part.Split(':') is [var code, var minutes] ? (code, int.Parse(minutes, CultureInfo.InvariantCulture)) : (part, 0));

    string IConfigured.Subject => $"place:{PlaceId}";
}

internal sealed class CounterGroupMapping : IEntityTypeConfiguration<CounterGroup>
{
    public const int LongestServices = 2000;

    public void Configure(EntityTypeBuilder<CounterGroup> group)
    {
        group.ToTable("counter_groups");
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Agency).HasMaxLength(20);
        group.Property(g => g.Letter).HasMaxLength(2);
        group.Property(g => g.Services).HasMaxLength(LongestServices);
        group.Property(g => g.Version).IsConcurrencyToken();
        group.HasOne<Place>().WithMany().HasForeignKey(g => g.PlaceId);
        group.HasIndex(g => new { g.PlaceId, g.Letter }).IsUnique();
    }
}
