using MppDigital.Platform.Persistence;
using MppDigital.Platform.PersonalData;

namespace MppDigital.National.Residents.Requests;

/// <summary>
/// What a person asks about their own data (UU 27/2022 articles 6 to 8 and 14), with the hour by which the law wants it answered. State
/// changes only through the methods named for what happened.
/// </summary>
internal sealed class DataRequest : IVersioned
{
    private DataRequest()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Sub { get; private init; } = "";

    public DataRequestKind Kind { get; private init; }

    public DataRequestState State { get; private set; }

    public DateTime AskedAt { get; private init; }

    public DateTime DueAt { get; private init; }

    /// <summary>Code of the regency that answers; empty where we do ourselves.</summary>
    public string Office { get; private init; } = "";

    /// <summary>What it is about, for example an application number.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Sealed <see cref="DataRequestText"/>.</summary>
    public byte[] Text { get; private init; } = [];

    /// <summary>Sealed <see cref="DataAnswer"/>; empty until answered.</summary>
    public byte[] Answer { get; private set; } = [];

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The <c>sub</c> of the official, or <c>system</c>.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>A worker has it in hand until then.</summary>
    public DateTime? BusyUntil { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Until when a copy can be fetched; null for everything else.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public long Version { get; private set; }

    public static DataRequest Ask(Guid id, string sub, DataRequestKind kind, string office, string subject, byte[] text, DateTime now) =>
        new() { Id = id, Sub = sub, Kind = kind, State = DataRequestState.Asked, AskedAt = now, DueAt = now + DataRequestRules.Limit, Office = office, Subject = subject, Text = text };

    /// <summary>Nobody else begins it before <paramref name="until"/>, and after a crash somebody does.</summary>
    public void Begin(DateTime until)
    {
        BusyUntil = until;
        Attempts++;
    }

    public void Grant(string by, byte[] answer, DateTime now, DateTime? expiresAt = null)
    {
        Close(DataRequestState.Granted, by, answer, now);
        ExpiresAt = expiresAt;
    }

    /// <summary>What the law keeps stays, the rest was done.</summary>
    public void GrantPartly(string by, byte[] answer, DateTime now) => Close(DataRequestState.PartlyGranted, by, answer, now);

    public void Refuse(string by, byte[] answer, DateTime now) => Close(DataRequestState.Refused, by, answer, now);

    /// <summary>Its copy is gone.</summary>
    public void Expire() => State = DataRequestState.Expired;

    private void Close(DataRequestState state, string by, byte[] answer, DateTime now) =>
        (State, AnsweredBy, Answer, AnsweredAt, BusyUntil) = (state, by, answer, now, null);
}

public enum DataRequestKind
{
    /// <summary>A copy of everything (articles 7 and 13).</summary>
    Copy,

    /// <summary>Something is wrong (article 6).</summary>
    Correction,

    /// <summary>Everything that no law keeps (article 8).</summary>
    Erasure,
}

public enum DataRequestState
{
    Asked,
    Granted,

    /// <summary>Done as far as the law lets us, with what stays and why.</summary>
    PartlyGranted,
    Refused,

    /// <summary>A copy that nobody can fetch any more.</summary>
    Expired,
}

/// <summary>What the person wrote.</summary>
internal sealed record DataRequestText(string Wrong, string Right, string Reason);

/// <summary>What was answered.</summary>
/// <param name="Reason">In the official's words, or empty.</param>
/// <param name="Erased">How many of which kind are gone.</param>
/// <param name="Kept">What stays, by which law and until when.</param>
internal sealed record DataAnswer(string Reason, IReadOnlyList<ErasedData> Erased, IReadOnlyList<KeptData> Kept);
