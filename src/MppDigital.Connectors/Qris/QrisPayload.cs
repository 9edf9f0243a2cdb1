using System.Text.RegularExpressions;

namespace MppDigital.Connectors.Qris;

/// <summary>What a payment code says: EMVCo's merchant-presented format in Bank Indonesia's national profile.</summary>
public sealed partial record QrisPayload
{
    private const string NationalDomain = "ID.CO.QRIS.WWW";

    /// <summary>False for a sound code of another country's profile, which our payers cannot pay.</summary>
    public bool IsQris { get; private init; }

    /// <summary>True when one code stands for one bill and carries its amount.</summary>
    public bool IsDynamic { get; private init; }

    public string? Amount { get; private init; }

    public string? Currency { get; private init; }

    public string? Country { get; private init; }

    public string? Merchant { get; private init; }

    public string? City { get; private init; }

    /// <summary>The merchant in the national repository.</summary>
    public string? Nmid { get; private init; }

    public string? BillNumber { get; private init; }

    public string? Reference { get; private init; }

    public string? FixedFee { get; private init; }

    public string? PercentFee { get; private init; }

    public required string Crc { get; init; }

    /// <summary>Null with a stable reason when the code must not be paid.</summary>
    public static QrisPayload? Read(string text, out string? error)
    {
        if (EmvFields.Read(text, out error) is not { } fields) return null;
        error = FrameError(text, fields);
        if (error is not null) return null;

        var byTag = fields.ToDictionary(f => f.Tag, f => f.Value);
        var additional = Template(byTag, "62", ref error);
        var isDomestic = byTag.GetValueOrDefault("58") == "ID";
        var national = isDomestic ? Template(byTag, "51", ref error) : [];
        error ??= isDomestic ? ProfileError(byTag, national) : null;
        return error is not null ? null : new QrisPayload
        {
            IsQris = isDomestic,
            IsDynamic = byTag.GetValueOrDefault("01") == "12",
            Amount = byTag.GetValueOrDefault("54"),
            Currency = byTag.GetValueOrDefault("53"),
            Country = byTag.GetValueOrDefault("58"),
            Merchant = byTag.GetValueOrDefault("59"),
            City = byTag.GetValueOrDefault("60"),
            Nmid = national.GetValueOrDefault("02"),
            BillNumber = additional.GetValueOrDefault("01"),
            Reference = additional.GetValueOrDefault("05"),
            FixedFee = byTag.GetValueOrDefault("56"),
            PercentFee = byTag.GetValueOrDefault("57"),
            Crc = byTag["63"],
        };
    }

    /// <summary>A lower-case checksum is refused, not mended: the standard prints capitals, and what differs from print was retyped.</summary>
    private static string? FrameError(string text, List<(string Tag, string Value)> fields)
    {
        if (fields[0] is not ("00", "01")) return "tag-00-not-first";
        if (fields.All(f => f.Tag != "63")) return "crc-missing";
        if (fields[^1].Tag != "63") return "crc-not-last";
        var (written, expected) = (fields[^1].Value, EmvFields.Crc(text[..^fields[^1].Value.Length]));
        if (written == expected) return null;
        return written.Equals(expected, StringComparison.OrdinalIgnoreCase) ? "crc-case" : "crc-mismatch";
    }

    private static string? ProfileError(Dictionary<string, string> byTag, Dictionary<string, string> national)
    {
        bool Fits(string tag, int longest) => byTag.TryGetValue(tag, out var value) && value.Length >= 1 && value.Length <= longest;

        if (byTag.GetValueOrDefault("53") != "360") return "currency";
        if (national.GetValueOrDefault("00") != NationalDomain) return "no-qris-template";
        if (!NmidShape().IsMatch(national.GetValueOrDefault("02") ?? "")) return "nmid";
        if (byTag.GetValueOrDefault("01") is not ("11" or "12")) return "point-of-initiation";
        if (!CategoryShape().IsMatch(byTag.GetValueOrDefault("52") ?? "")) return "merchant-category";
        if (!Fits("59", 25)) return "merchant-name";
        if (!Fits("60", 15)) return "merchant-city";
        if (byTag.GetValueOrDefault("54") is { } amount && (amount.Length > 13 || !AmountShape().IsMatch(amount))) return "amount";
        return byTag.GetValueOrDefault("55") switch
        {
            "02" when !AmountShape().IsMatch(byTag.GetValueOrDefault("56") ?? "") => "fixed-fee",
            "03" when !AmountShape().IsMatch(byTag.GetValueOrDefault("57") ?? "") => "percent-fee",
            null or "01" or "02" or "03" => null,
            _ => "tip-indicator",
        };
    }

    private static Dictionary<string, string> Template(Dictionary<string, string> byTag, string tag, ref string? error)
    {
        if (error is not null || !byTag.TryGetValue(tag, out var value)) return [];
        if (EmvFields.Read(value, out var inner) is { } fields) return fields.ToDictionary(f => f.Tag, f => f.Value);
        error = inner == "truncated" ? "tlv-length" : inner;
        return [];
    }

    [GeneratedRegex("^ID[0-9]{13}$", RegexOptions.CultureInvariant)]
    private static partial Regex NmidShape();

    [GeneratedRegex("^[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryShape();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountShape();
}
