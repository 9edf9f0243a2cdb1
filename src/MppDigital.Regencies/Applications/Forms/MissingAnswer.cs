using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Asks for what is not there in the words of its type, with an example where one helps.</summary>
internal static class MissingAnswer
{
    public static JsonNode? Refuse(FieldReading at)
    {
        var field = at.Field;
        var label = field.InSentence();
        return field.Type switch
        {
            "enum" or "array<enum>" or "regency-code" => at.Refuse($"Pilih {label.Id}.", $"Choose {label.En}."),
            "facility" => at.Refuse($"Pilih atau tulis {label.Id}, misalnya RSUD Bukittinggi.", $"Choose or write {label.En}, for example RSUD Bukittinggi."),
            "boolean" => at.Refuse($"Pilih Ya atau Tidak untuk “{field.Label}”.", $"Choose yes or no for “{field.LabelEn}”."),
            "phone" => at.Refuse($"Tulis {label.Id}, misalnya 0812 3456 7890.", $"Write {label.En}, for example 0812 3456 7890."),
            "date" => at.Refuse($"Tulis {label.Id}, misalnya 9 11 2026.", $"Write {label.En}, for example 9 11 2026."),
            "schedule" => at.Refuse($"Isi {label.Id}, misalnya Senin 08.00 sampai 12.00.", $"Fill in {label.En}, for example Monday 08:00 to 12:00."),
            "slot" => at.Refuse($"Pilih tanggal dan jam untuk {label.Id}, misalnya 24 11 2026 jam 09.00.", $"Choose a date and time for {label.En}, for example 24 11 2026 at 09:00."),
            var type when FieldTypes.IsList(type) || field.IsGroup => at.Refuse($"Isi {label.Id}, paling sedikit {field.Validation.MinItems ?? 1}.", $"Fill in {label.En}, at least {field.Validation.MinItems ?? 1}."),
            _ => at.Refuse($"Tulis {label.Id}.", $"Write {label.En}."),
        };
    }
}
