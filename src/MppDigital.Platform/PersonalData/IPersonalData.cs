using System.Text.Json.Nodes;

namespace MppDigital.Platform.PersonalData;

/// <summary>
/// What one capability holds about a person, so that it can be shown whole and erased as far as the law lets us (UU 27/2022 articles 7, 8
/// and 13). Those of the regency databases are resolved inside a regency and asked once for each.
/// </summary>
public interface IPersonalData
{
    /// <summary>Name of the part within the copy, in kebab-case: <c>applications</c>.</summary>
    string Part { get; }

    /// <summary>True for what lies in the databases of regencies.</summary>
    bool OfRegency { get; }

    /// <summary>Everything held under <paramref name="sub"/>; null when there is nothing.</summary>
    Task<JsonNode?> GatherAsync(string sub, ICopyFiles files, CancellationToken ct);

    /// <summary>Forgets what no law keeps. May run twice.</summary>
    Task<Erasure> EraseAsync(string sub, CancellationToken ct);
}

/// <summary>Takes the files that belong to a copy.</summary>
public interface ICopyFiles
{
    /// <returns>The name under which it lies in the copy; null when the copy is full and the file has to be fetched by itself.</returns>
    string? Add(string name, byte[] content);
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
/// <param name="Until">Until when it is kept; null where the law names no end.</param>
public sealed record KeptData(string What, string Reference, string Ground, DateOnly? Until);
