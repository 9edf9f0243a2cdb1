using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>How sentences speak of a field.</summary>
internal static class FormFieldWords
{
    /// <summary>The label inside a sentence: "nomor HP/WhatsApp", but "NIK" stays as it is.</summary>
    public static Wording InSentence(this FormField field) => new(LowerFirst(field.Label), LowerFirst(field.LabelEn));

    private static string LowerFirst(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
