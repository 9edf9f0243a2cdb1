using System.Globalization;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>One question as its control needs it: what to call the parts, what was written, what is wrong with which part.</summary>
public sealed class FieldView(FormField asked, JsonNode? value, IReadOnlyList<FormError> errors, IReadOnlyList<HeldChoice> choices, bool sourceIsSilent)
{
    public FormField Field => asked;

    /// <summary>Name of the control: <c>alamat</c>, in a group <c>tim.0.nama</c>.</summary>
    public string Name { get; init; } = asked.Name;

    /// <summary>Id of the control, the same that the summary of faults leads to.</summary>
    public string Id => Name.Replace('.', '-');

    public JsonNode? Value => value;

    public IReadOnlyList<HeldChoice> Choices => choices;

    public bool SourceIsSilent => sourceIsSilent;

    /// <summary>What one item is called: the label without "(optional)".</summary>
    public string GroupName => Language.Pick(asked.Label, asked.LabelEn);

    public string Label => Language.Pick(asked.Label, asked.LabelEn) + (asked.Required || IsNeeded ? "" : ApplyWords.Optional);

    /// <summary>Required by what else was answered.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Rows beyond those written, asked for by "add a line".</summary>
    public int MoreRows { get; init; }

    /// <summary>Pointers of questions that the other answers leave no room for.</summary>
    public IReadOnlySet<string> Hidden { get; init; } = new HashSet<string>();

    private string Pointer => $"{FormPointer.Data}/{Name.Replace('.', '/')}";

    /// <summary>The questions of one item of a group. Those that depend on an answer wait until the item has one.</summary>
    public IEnumerable<FieldView> Members(int row) =>
        from member in asked.Fields ?? []
        where member.Compute is null && (member.ShowWhen is null || (value is JsonArray items && row < items.Count && !Hidden.Contains($"{Pointer}/{row}/{member.Name}")))
        select new FieldView(member, ((value as JsonArray)?.ElementAtOrDefault(row) as JsonObject)?[member.Name], errors, [], false) { Name = $"{Name}.{row}.{member.Name}" };

    /// <summary>The fault of the whole field, or of a part named as in the JSON: <c>street</c>, <c>0/from</c>.</summary>
    public string? Error(string part = "")
    {
        var at = Pointer + (part.Length > 0 ? $"/{part}" : "");
        return errors.FirstOrDefault(e => e.At == at) is { } error ? (Language.IsEnglish ? error.TextEn : error.Text) : null;
    }

    public bool HasErrorBelow(string part) => errors.Any(e => e.At.StartsWith($"{Pointer}/{part}", StringComparison.Ordinal));

    public string Written(params ReadOnlySpan<string> path)
    {
        var at = value;
        foreach (var part in path)
            at = at switch
            {
                JsonObject group => group[part],
                JsonArray list when int.TryParse(part, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        return FormBinding.Plain(at);
    }

    public int Rows(int fewest) => Math.Max((value as JsonArray)?.Count ?? 0, fewest) + MoreRows;

    public bool Has(string option) => value is JsonArray list && list.Any(v => FormBinding.Plain(v) == option);

    /// <summary>Id of the control of a part, the same that the summary of faults leads to.</summary>
    public static string IdOf(string place) => place.StartsWith(FormPointer.Data, StringComparison.Ordinal) ? place[(FormPointer.Data.Length + 1)..].Replace('/', '-') : place.Trim('/').Replace('/', '-');
}
