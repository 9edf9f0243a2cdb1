using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

internal static class Problems
{
    public static readonly Problem NoMandate = new(ProblemKind.Forbidden, "no-mandate", "Tidak ada kuasa yang berlaku untuk mengurus layanan ini bagi orang itu. Lihat kuasa Anda di halaman Akun, atau urus untuk diri sendiri.")
    {
        DetailEn = "No mandate in force lets you use this service for that person. Look at your mandates on the account page, or apply for yourself.",
    };

    public static readonly Problem UnknownMandate = new(ProblemKind.NotFound, "unknown-mandate", "Kuasa ini tidak ada. Lihat daftar kuasa Anda.") { DetailEn = "There is no such mandate. Look at the list of yours." };

    public static readonly Problem NotNow = new(ProblemKind.Conflict, "mandate-ended", "Kuasa ini sudah dijawab atau sudah berakhir. Muat ulang halaman.") { DetailEn = "This mandate was answered already or has ended. Reload the page." };

    public static readonly Problem TooManyGivers = new(ProblemKind.Conflict, "too-many-givers", $"Satu orang paling banyak mengurus untuk {MandateRules.MostGivers} orang. Lepaskan kuasa lain lebih dahulu.")
    {
        DetailEn = $"One person may act for {MandateRules.MostGivers} others at most. Give up another mandate first.",
    };

    public static readonly Problem TooManyHolders = new(ProblemKind.Conflict, "too-many-holders", $"Anda sudah memberi kuasa kepada {MandateRules.MostHolders} orang. Cabut salah satu lebih dahulu.")
    {
        DetailEn = $"You have given mandates to {MandateRules.MostHolders} people already. Revoke one first.",
    };

    public static readonly Problem AlreadyGiven = new(ProblemKind.Conflict, "mandate-exists", "Orang ini sudah mendapat kuasa dari Anda. Cabut yang lama untuk mengubahnya.") { DetailEn = "This person has a mandate of yours already. Revoke it to change it." };

    public static readonly Problem NotYourChild = new(ProblemKind.Forbidden, "not-your-child", $"Hanya ayah atau ibu di kartu keluarga yang sama dapat mengurus untuk anak di bawah {MandateRules.GrownUpAt} tahun.")
    {
        DetailEn = $"Only the father or mother on the same family card may act for a child under {MandateRules.GrownUpAt}.",
    };

    public static Problem Fields(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };
}
