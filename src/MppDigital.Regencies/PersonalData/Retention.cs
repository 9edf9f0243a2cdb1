namespace MppDigital.Regencies.PersonalData;

/// <summary>
/// How long a regency keeps what was filed and issued. An archive's own schedule decides (UU 43/2009 article 48: every region has one);
/// until one is entered this is the term that is told to whoever asks for erasure.
/// </summary>
internal static class Retention
{
    /// <summary>Two years in the office and three in the archive, as regional schedules commonly keep licences.</summary>
    public const int Years = 5;

    public const string Ground = "UU 27/2022 pasal 43 ayat (2) dan pasal 44 ayat (1) huruf a; UU 43/2009 pasal 48";

    public static DateOnly? Until(DateTime? end) => end is { } at ? DateOnly.FromDateTime(at).AddYears(Years) : null;
}
