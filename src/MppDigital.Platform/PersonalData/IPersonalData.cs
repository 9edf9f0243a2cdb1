using System.Text.Json.Nodes;

namespace MppDigital.Platform.PersonalData;

/// <summary>What one capability holds about a person, so that it can be shown whole and erased as far as the law lets us (UU 27/2022 articles 7, 8 and 13).</summary>
public interface IPersonalData
{
    /// <summary>Name of the part within the copy, in camel case: <c>mandates</c>.</summary>
    string Part { get; }

    /// <summary>Everything held under <paramref name="sub"/>; null when there is nothing.</summary>
    Task<JsonNode?> GatherAsync(string sub, CopyFiles files, CancellationToken ct);

    /// <summary>Forgets what no law keeps. May run twice.</summary>
    Task<Erasure> EraseAsync(string sub, CancellationToken ct);
}

/// <summary>The same for what lies in the databases of regencies: resolved inside a regency, and asked once for each.</summary>
public interface IRegencyPersonalData : IPersonalData;

/// <summary>Tells a person, on the ways their account knows, that something waits for them.</summary>
public interface IPersonNotices
{
    /// <param name="notice">Name of the text: <c>CopyReady</c>, <c>RequestAnswered</c>.</param>
    Task TellAsync(string sub, string notice, CancellationToken ct);
}

/// <summary>What became of one part.</summary>
public sealed record Erasure(IReadOnlyList<ErasedData> Erased, IReadOnlyList<KeptData> Kept)
{
    public static readonly Erasure Nothing = new([], []);
}

/// <param name="What">Kind of thing: <c>draft</c>, <c>upload</c>, <c>fact</c>, <c>consent</c>.</param>
public sealed record ErasedData(string What, int Count);

/// <param name="What">Kind of thing: <c>application</c>, <c>document</c>.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Ground">The law and its article.</param>
/// <param name="Until">Until when it is kept; null where the schedule of the archive names no end.</param>
public sealed record KeptData(string What, string Reference, string Ground, DateOnly? Until);
