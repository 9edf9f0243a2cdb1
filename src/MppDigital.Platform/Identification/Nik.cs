using System.Globalization;

namespace MppDigital.Platform.Identification;

/// <summary>
/// The national identity number: region 6, birth date DDMMYY (day + 40 for women), serial 4. It has no check digit and never changes, not even
/// when its region is split or recoded: an unknown region below a real province is therefore no fault.
/// </summary>
public static class Nik
{
    // 54 was given out until 1999; its people keep their numbers.
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52", "53", "54",
        "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94", "95", "96", "97",
    ];

    /// <summary>What is wrong with the number; null when nothing is.</summary>
    /// <param name="digits">As typed, without blanks around it.</param>
    /// <param name="today">Birth dates in the future do not exist.</param>
    public static NikFault? FaultOf(string digits, DateOnly today)
    {
        if (digits.Length == 0) return NikFault.Empty;
        if (!digits.All(char.IsAsciiDigit)) return NikFault.NotDigits;
        if (digits.Length != 16) return NikFault.Length;
        if (!IsProvince(digits[..2])) return NikFault.Region;
        if (BirthDateOf(digits, today) is null) return NikFault.Date;
        return digits.EndsWith("0000", StringComparison.Ordinal) ? NikFault.Serial : null;
    }

    internal static bool IsProvince(string code) => Provinces.Contains(code);

    /// <summary>The number stores no century: the latest year that is not in the future. A hint only; the civil register is the truth.</summary>
    /// <param name="digits">16 digits.</param>
    public static DateOnly? BirthDateOf(string digits, DateOnly today)
    {
        var day = Number(digits, 6) is var written && written > 40 ? written - 40 : written;
        var month = Number(digits, 8);
        foreach (var century in (ReadOnlySpan<int>)[2000, 1900])
        {
            var year = century + Number(digits, 10);
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) continue;
            if (new DateOnly(year, month, day) is var birth && birth <= today) return birth;
        }

        return null;
    }

    /// <param name="digits">16 digits.</param>
    public static Sex SexOf(string digits) => digits[6] >= '4' ? Sex.Female : Sex.Male;

    /// <summary>
    /// A region that is worth a second look though the number is sound: of a former province, or of no regency or city of today.
    /// People keep their number when their region is split, so this never refuses anybody.
    /// </summary>
    /// <param name="digits">16 digits.</param>
    /// <param name="regencies">Four-digit codes in force.</param>
    public static NikWarning? WarningOf(string digits, IReadOnlySet<string> regencies) =>
        digits.StartsWith("54", StringComparison.Ordinal) ? NikWarning.RegionHistoric
        : regencies.Contains(digits[..4]) ? null
        : NikWarning.RegionRecoded;

    /// <summary>First 4 and last 2 digits, for everyone but the owner: <c>1375•• •••••• ••90</c>.</summary>
    public static string Mask(string digits) => digits.Length == 16 ? $"{digits[..4]}•• •••••• ••{digits[14..]}" : "••••";

    private static int Number(string digits, int at) => int.Parse(digits.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}

public enum NikFault
{
    Empty,
    NotDigits,
    Length,
    Region,

    /// <summary>Digits 7 to 12 are no date of this or the last century up to today.</summary>
    Date,
    Serial,
}

public enum NikWarning
{
    /// <summary>No regency or city of today has this code: it was recoded or divided, or mistyped.</summary>
    RegionRecoded,

    /// <summary>Timor Timur, until 1999.</summary>
    RegionHistoric,
}
