namespace MppDigital.Platform.Identification;

/// <summary>
/// The number of a family card: region 6, date of issue 6, serial 4. Only the province is judged, because old offices filled the rest in
/// more ways than one.
/// </summary>
public static class FamilyCardNumber
{
    public static bool IsSound(string digits) => digits.Length == 16 && digits.All(char.IsAsciiDigit) && Nik.IsProvince(digits[..2]);
}
