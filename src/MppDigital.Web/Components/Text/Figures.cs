using System.Globalization;

namespace MppDigital.Web.Components.Text;

/// <summary>Numbers and money: 1.284, 97,6%, Rp30.000; in English 1,284 and 97.6%, money as in Indonesian.</summary>
public static class Figures
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", PercentPositivePattern = 1, PercentGroupSeparator = ".", PercentDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { PercentPositivePattern = 1 };

    private static NumberFormatInfo Format => Language.IsEnglish ? English : Indonesian;

    public static string Whole(long number) => number.ToString("#,0", Format);

    /// <param name="share">A fraction: 0.976 is 97,6%.</param>
    public static string Percent(decimal share) => share.ToString("P1", Format);

    public static string Decimals(decimal number, int digits = 1) => number.ToString($"N{digits}", Format);

    /// <summary>Rp30.000; nothing to pay is said as a word by the caller.</summary>
    public static string Rupiah(long amount) => $"Rp{amount.ToString("#,0", Indonesian)}";

    /// <summary>1375•• •••••• ••90: first four and last two digits.</summary>
    public static string MaskedNik(string nik) => nik.Length == 16 ? $"{nik[..4]}•• •••••• ••{nik[14..]}" : "••••";

    /// <summary>137506 501290 9990, as its owner reads it.</summary>
    public static string GroupedNik(string nik) => nik.Length == 16 ? $"{nik[..6]} {nik[6..12]} {nik[12..]}" : nik;
}
