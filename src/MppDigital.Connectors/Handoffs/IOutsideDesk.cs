using System.Text.Json;

namespace MppDigital.Connectors.Handoffs;

/// <summary>A system that decides applications which are filed here: it takes a file over and tells what becomes of it.</summary>
public interface IOutsideDesk
{
    /// <summary>As service definitions name it: <c>oss</c>.</summary>
    string Code { get; }

    /// <summary>Name of the connector, under which a regency keeps its agreement: <c>Oss</c>.</summary>
    string Connector { get; }

    /// <summary>Whether it wants to know that an applicant took the application back.</summary>
    bool TakesWithdrawals { get; }

    /// <summary>With what the system signs its news to this regency: the secret of the agreement. Null where there is none, and then it is asked.</summary>
    ValueTask<string?> SigningSecretAsync(CancellationToken ct);

    /// <summary>Passes a file on. The application's number is the key: however often it is sent, it is taken once and gets the same reference.</summary>
    Task<Lookup<OutsideNews>> HandOverAsync(Handover file, CancellationToken ct);

    /// <summary>Where the file stands. Not found where the system never took it.</summary>
    Task<Lookup<OutsideNews>> AskAsync(string application, string reference, CancellationToken ct);
}

/// <param name="Application">Our number.</param>
/// <param name="Service">Code of the definition.</param>
/// <param name="Nik">Of the applicant, 16 digits.</param>
/// <param name="Answers">What was filled in here and need not be typed there again.</param>
/// <param name="Callback">Where the system tells what happens.</param>
/// <param name="Withdrawn">The applicant took it back; only for a system that wants to know.</param>
public sealed record Handover(string Application, string Service, string Nik, JsonElement Answers, Uri Callback, DateTime At, bool Withdrawn = false)
{
    /// <summary>Without the person.</summary>
    public override string ToString() => $"{Service} {Application}";
}

/// <summary>Where a file stands in another system.</summary>
/// <param name="At">Since when, by that system's clock.</param>
/// <param name="Result">Number of what was granted; null where it tells none.</param>
public sealed record OutsideNews(string Application, string Reference, OutsideStatus Status, DateTimeOffset At, string? Result)
{
    /// <summary>The number of a sole trader's licence leads to a person.</summary>
    public override string ToString() => $"{Application} {Status}";
}

/// <summary>States that every system knows in some words.</summary>
public enum OutsideStatus
{
    Received,
    InProcess,

    /// <summary>The applicant has to mend something in that system.</summary>
    Returned,
    Granted,
    Refused,
    Cancelled,
}
