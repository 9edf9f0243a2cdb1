using System.Text.Json;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>Answers made of parts: nothing but the named members may be there.</summary>
internal static class ObjectReading
{
    public static bool IsObjectOf(JsonElement value, FieldReading at, string example, params string[] members)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            var label = at.Field.InSentence();
            at.Refuse($"Isi bagian-bagian {label.Id}, misalnya {example}.", $"Fill in the parts of {label.En}, for example {example}.");
            return false;
        }

        var faults = at.Faults;
        foreach (var member in value.EnumerateObject().Where(m => !members.Contains(m.Name)))
            at.Below(member.Name).Refuse($"Bagian ini tidak dikenal. Yang dikenal: {string.Join(", ", members)}.", $"This part is unknown. Known are: {string.Join(", ", members)}.");
        return at.Faults == faults;
    }

    /// <summary>An undefined element when the member is absent.</summary>
    public static JsonElement Member(this JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member : default;
}
