using System.Text.Json;

namespace MppDigital.National.Catalog;

/// <summary>
/// A question about earlier answers, as a small tree of data. A node is one test of one field, or one of <see cref="All"/>, <see cref="Any"/> and
/// <see cref="Not"/>:
/// <c>{ "field": "jenis", "is": "videotron" }</c> · <c>{ "field": "perubahan", "includes": "alamat" }</c> ·
/// <c>{ "field": "selesai", "compare": "less", "to_field": "mulai" }</c> · <c>{ "not": { "field": "nik_ayah", "present": true } }</c>.
/// A field without an answer passes no test but <c>"present": false</c>.
/// </summary>
public sealed record FormCondition
{
    /// <summary>Name of a field asked before: of the same item of a group, or of the form.</summary>
    public string? Field { get; init; }

    /// <summary>The answer is this text, number or yes/no.</summary>
    public JsonElement? Is { get; init; }

    /// <summary>The answer is one of these.</summary>
    public IReadOnlyList<JsonElement>? OneOf { get; init; }

    /// <summary>The answer is a list and this is in it.</summary>
    public JsonElement? Includes { get; init; }

    /// <summary>True: there is an answer; false: there is none.</summary>
    public bool? Present { get; init; }

    /// <summary>Compares a number, date or time with <see cref="To"/> or with the answer to <see cref="ToField"/>.</summary>
    public FormComparison? Compare { get; init; }

    public JsonElement? To { get; init; }

    public string? ToField { get; init; }

    public IReadOnlyList<FormCondition>? All { get; init; }

    public IReadOnlyList<FormCondition>? Any { get; init; }

    public FormCondition? Not { get; init; }

    /// <summary>This node and every node below it.</summary>
    public IEnumerable<FormCondition> Nodes() => [this, .. (All ?? []).Concat(Any ?? []).Concat(Not is null ? [] : [Not]).SelectMany(below => below.Nodes())];

    /// <summary>Names of all fields that the answer depends on.</summary>
    public IEnumerable<string> Fields() => Nodes().SelectMany(n => new[] { n.Field, n.ToField }).OfType<string>();
}

public enum FormComparison
{
    Less,
    AtMost,
    Greater,
    AtLeast,
}
