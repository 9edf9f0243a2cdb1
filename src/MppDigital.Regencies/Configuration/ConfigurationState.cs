using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MppDigital.Regencies.Configuration;

/// <summary>All columns of a row as JSON, and back. What only counts or tells of the change itself is left out: it is no setting.</summary>
internal static class ConfigurationState
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly HashSet<string> NoSettings = ["ChangedAt", "ChangedBy"];

    /// <summary>The same settings give the same text.</summary>
    public static string Write(PropertyValues values) =>
        JsonSerializer.Serialize(values.Properties.Where(IsSetting).OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => values[p]), Json);

    /// <param name="withKey">False for a row that exists: its key stays.</param>
    public static void Read(string state, PropertyValues into, bool withKey)
    {
        var settings = Values(state);
        // A column that came later than this state keeps what it has.
        foreach (var property in into.Properties.Where(p => IsSetting(p) && (withKey || !p.IsPrimaryKey()) && settings.ContainsKey(p.Name))) into[property] = settings[property.Name].Deserialize(property.ClrType, Json);
    }

    public static Dictionary<string, JsonElement> Values(string state) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(state)!;

    /// <summary>Name of each setting that differs, with both values as text; null where there was none.</summary>
    public static IReadOnlyList<SettingDifference> Compare(string before, string after)
    {
        var (old, now) = (Texts(before), Texts(after));
        return [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(k => new SettingDifference(k, old.GetValueOrDefault(k), now.GetValueOrDefault(k))).Where(d => d.Before != d.After)];
    }

    private static bool IsSetting(IProperty property) => !property.IsConcurrencyToken && !NoSettings.Contains(property.Name);

    private static Dictionary<string, string> Texts(string state) =>
        state.Length == 0 ? [] : Values(state).Where(s => s.Value.ValueKind != JsonValueKind.Null).ToDictionary(s => s.Key, s => s.Value.ToString());
}

/// <param name="Setting">Name of the column.</param>
/// <param name="Before">Null where nothing was set.</param>
public sealed record SettingDifference(string Setting, string? Before, string? After);
