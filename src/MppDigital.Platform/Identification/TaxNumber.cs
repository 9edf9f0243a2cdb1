namespace MppDigital.Platform.Identification;

/// <summary>NPWP. Since PMK 112/PMK.03/2022 it has 16 digits: a resident's NIK, or the old 15 digits of a body behind a 0.</summary>
public static class TaxNumber
{
    /// <summary>The 16 digits; null when it is no tax number.</summary>
    /// <param name="typed">15 or 16 digits, points and hyphens as printed on the old card allowed.</param>
    public static string? Normalise(string typed)
    {
        var digits = string.Concat(typed.Where(c => c is not (' ' or '.' or '-')));
        if (!digits.All(char.IsAsciiDigit)) return null;
        return digits.Length switch
        {
            15 => "0" + digits,
            16 => digits,
            _ => null,
        };
    }

    /// <summary>True when the 16 digits are a person's NIK and not the number of a body.</summary>
    public static bool IsPerson(string digits, DateOnly today) => Nik.FaultOf(digits, today) is null;
}
