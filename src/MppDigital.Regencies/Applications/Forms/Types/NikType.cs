using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;

namespace MppDigital.Regencies.Applications.Forms.Types;

/// <summary>JSON string of 16 digits, <c>"1375010101909901"</c>; blanks between groups are dropped.</summary>
internal sealed class NikType : IFieldType
{
    private const string Example = "1375016501909990";

    public JsonNode? Read(JsonElement value, FieldReading at)
    {
        if (TypedText.Read(value, at, 40) is not { } text) return null;
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        var faults = at.Faults;
        Check(digits, at);
        return at.Faults == faults ? JsonValue.Create(digits) : null;
    }

    public JsonObject Schema(FormField field) => new() { ["type"] = "string", ["pattern"] = "^[0-9]{16}$" };

    public string Say(JsonNode value, FormField field, bool english) => JsonText.Of(value);

    internal static void Check(string digits, FieldReading at)
    {
        var label = at.Field.InSentence();
        switch (Nik.FaultOf(digits, at.Today))
        {
            case NikFault.Empty or NikFault.NotDigits or NikFault.Length:
                at.Refuse($"Tulis {label.Id} 16 angka, seperti di KTP-el, misalnya {Example}.", $"Write {label.En} as the 16 digits on the identity card, for example {Example}.");
                break;
            case NikFault.Region or NikFault.Serial:
                at.Refuse($"Periksa lagi {label.Id}. Dua angka pertama kode provinsi, empat angka terakhir bukan 0000, misalnya {Example}.", $"Look at {label.En} again. The first two digits name a province, the last four are not 0000, for example {Example}.");
                break;
            case NikFault.Date:
                at.Refuse($"Periksa lagi {label.Id}. Angka ke-7 sampai ke-12 adalah tanggal lahir, untuk perempuan tanggal ditambah 40, misalnya {Example}.", $"Look at {label.En} again. Digits 7 to 12 are the birth date, with 40 added to the day for women, for example {Example}.");
                break;
        }
    }
}
