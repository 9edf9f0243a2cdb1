namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>What a hand is called to the person who holds it.</summary>
internal static class HandWords
{
    public static string Indonesian(HandKind kind) => kind switch
    {
        HandKind.Phone => "Nomor telepon ini",
        HandKind.Device => "Perangkat ini",
        HandKind.Proxy => "Akun ini, saat mewakili orang lain,",
        _ => "Akun ini",
    };

    public static string English(HandKind kind) => kind switch
    {
        HandKind.Phone => "This telephone number",
        HandKind.Device => "This device",
        HandKind.Proxy => "This account, acting for others,",
        _ => "This account",
    };
}
