using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.National.Catalog.Releases;

/// <summary>
/// The way of one version into the regencies. The row alone decides who has the version: publishing to 514 writes it once, and no
/// regency's database is touched.
/// </summary>
internal sealed class ReleaseRow : IVersioned
{
    private ReleaseRow()
    {
    }

    public ReleaseRow(string service, int serviceVersion, string createdBy, string requestKey, DateTime now)
    {
        (Service, ServiceVersion, CreatedBy, RequestKey, CreatedAt, ChangedAt) = (service, serviceVersion, createdBy, requestKey, now, now);
        OpenFor = service;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Service { get; private init; } = "";

    public int ServiceVersion { get; private init; }

    public ReleaseState State { get; private set; }

    /// <summary>The service while the release is on its way, null afterwards: the unique index allows one at a time.</summary>
    public string? OpenFor { get; private set; }

    /// <summary>Codes of the first regencies, parted by blanks.</summary>
    public string Canaries { get; private set; } = "";

    /// <summary>Codes of all regencies that were given it one by one, the first included.</summary>
    public string Reached { get; private set; } = "";

    /// <summary>Codes of those from which it was taken back.</summary>
    public string TakenBack { get; private set; } = "";

    public int Waves { get; private set; }

    /// <summary>Who asked for all; another person has to agree.</summary>
    public string? AskedForAllBy { get; private set; }

    /// <summary>Which gate failed, as <c>conformance</c>, <c>errors</c> or <c>health</c>; null where none did.</summary>
    public string? HaltedBy { get; private set; }

    public string CreatedBy { get; private init; } = "";

    /// <summary>Made by the caller: a repeated call finds the release it made.</summary>
    public string RequestKey { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>Of the last step; what regencies told before says nothing of it.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsWatched => State is ReleaseState.Canary or ReleaseState.Wave;

    public IReadOnlySet<string> ReachedCodes => Codes(Reached);

    public IReadOnlySet<string> TakenBackCodes => Codes(TakenBack);

    public IReadOnlySet<string> CanaryCodes => Codes(Canaries);

    /// <summary>Where the release may go from here; the whole table of states and actions.</summary>
    public bool May(ReleaseAction action) => (State, action) switch
    {
        (ReleaseState.Draft, ReleaseAction.Start or ReleaseAction.PublishToAll or ReleaseAction.Withdraw) => true,
        (ReleaseState.Canary or ReleaseState.Wave, ReleaseAction.Widen or ReleaseAction.PublishToAll or ReleaseAction.Pause or ReleaseAction.Halt or ReleaseAction.RollBack or ReleaseAction.RollBackOne) => true,
        (ReleaseState.Paused or ReleaseState.Halted, ReleaseAction.Resume or ReleaseAction.RollBack or ReleaseAction.RollBackOne) => true,
        (ReleaseState.Everywhere, ReleaseAction.RollBack or ReleaseAction.RollBackOne) => true,
        _ => false,
    };

    public void Start(IEnumerable<string> regencies, DateTime now)
    {
        Step(ReleaseAction.Start, ReleaseState.Canary, now);
        Canaries = Reached = Join(regencies);
    }

    public void Widen(IEnumerable<string> regencies, DateTime now)
    {
        Step(ReleaseAction.Widen, ReleaseState.Wave, now);
        Reached = Join(ReachedCodes.Concat(regencies));
        Waves++;
    }

    public void AskForAll(string by, DateTime now)
    {
        Step(ReleaseAction.PublishToAll, State, now);
        AskedForAllBy = by;
    }

    public void PublishToAll(DateTime now) => Step(ReleaseAction.PublishToAll, ReleaseState.Everywhere, now);

    public void Pause(DateTime now) => Step(ReleaseAction.Pause, ReleaseState.Paused, now);

    public void Resume(DateTime now)
    {
        Step(ReleaseAction.Resume, Waves > 0 ? ReleaseState.Wave : ReleaseState.Canary, now);
        HaltedBy = null;
    }

    public void Halt(string gate, DateTime now)
    {
        // The regencies keep what they have, so what they told before the halt is still true and shows why it came.
        var since = ChangedAt;
        Step(ReleaseAction.Halt, ReleaseState.Halted, now);
        (HaltedBy, ChangedAt) = (gate, since);
        // Whoever asked did not know what came to light.
        AskedForAllBy = null;
    }

    public void RollBack(DateTime now) => Step(ReleaseAction.RollBack, ReleaseState.RolledBack, now);

    public void RollBackOne(string regency, DateTime now)
    {
        Step(ReleaseAction.RollBackOne, State, now);
        TakenBack = Join(TakenBackCodes.Append(regency));
    }

    public void Withdraw(DateTime now) => Step(ReleaseAction.Withdraw, ReleaseState.Withdrawn, now);

    private void Step(ReleaseAction action, ReleaseState next, DateTime now)
    {
        if (!May(action)) throw new InvalidOperationException($"A release that is {State} cannot {action}.");
        State = next;
        ChangedAt = now;
        if (next is ReleaseState.Everywhere or ReleaseState.RolledBack or ReleaseState.Withdrawn) OpenFor = null;
    }

    private static HashSet<string> Codes(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Join(IEnumerable<string> codes) => string.Join(' ', codes.Distinct().Order(StringComparer.Ordinal));
}

internal sealed class ReleaseMapping : IEntityTypeConfiguration<ReleaseRow>
{
    public void Configure(EntityTypeBuilder<ReleaseRow> row)
    {
        row.ToTable("releases");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Service).HasMaxLength(20);
        row.Property(r => r.OpenFor).HasMaxLength(20);
        row.Property(r => r.HaltedBy).HasMaxLength(20);
        row.Property(r => r.AskedForAllBy).HasMaxLength(60);
        row.Property(r => r.CreatedBy).HasMaxLength(60);
        row.Property(r => r.RequestKey).HasMaxLength(128);
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<ServiceVersionRow>().WithMany().HasForeignKey(r => new { r.Service, r.ServiceVersion }).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(r => r.OpenFor).IsUnique();
        row.HasIndex(r => new { r.CreatedBy, r.RequestKey }).IsUnique();
    }
}
