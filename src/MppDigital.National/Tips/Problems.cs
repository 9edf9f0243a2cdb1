using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tips;

internal static class Problems
{
    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-tip", "Laporan dengan nomor ini tidak ada. Periksa nomornya.") { DetailEn = "There is no report with this number. Check the number." };

    public static readonly Problem WrongSecret = new(ProblemKind.NotFound, "unknown-number-or-secret", "Nomor atau kode rahasia tidak cocok. Keduanya ada di tanda terima.") { DetailEn = "Number and secret do not match. Both are on the receipt." };

    public static readonly Problem SecondPerson = new(ProblemKind.Forbidden, "second-person-needed", "Yang meminta tidak boleh membuka. Minta pegawai lain.") { DetailEn = "Whoever asked may not open it. Ask somebody else." };

    public static readonly Problem NotYours = new(ProblemKind.Forbidden, "not-one-of-the-two", "Laporan ini dibuka oleh dua pegawai lain.") { DetailEn = "Two other people opened this report." };

    public static readonly Problem IllegalMove = new(ProblemKind.Conflict, "illegal-transition", "Langkah ini tidak dapat dilakukan pada keadaan sekarang. Muat ulang halaman.") { DetailEn = "This step is not possible in the present state. Reload the page." };

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };

    public static Problem Field(string pointer, string text) => Invalid(new Dictionary<string, string[]> { [pointer] = [text] });
}
