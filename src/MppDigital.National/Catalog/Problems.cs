using System.Globalization;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog;

internal static class Problems
{
    public static readonly Problem OwnersOnly = new(ProblemKind.Forbidden, "catalog-owners-only", "Katalog nasional diubah oleh pemilik katalog.") { DetailEn = "The national catalog is changed by its owners." };

    public static readonly Problem UnknownService = new(ProblemKind.NotFound, "service-not-found", "Layanan itu tidak ada di katalog nasional. Periksa kodenya.") { DetailEn = "The national catalog has no such service. Check the code." };

    public static readonly Problem UnknownVersion = new(ProblemKind.NotFound, "version-not-found", "Layanan itu tidak punya versi dengan nomor ini.") { DetailEn = "The service has no version of this number." };

    public static readonly Problem UnknownRelease = new(ProblemKind.NotFound, "release-not-found", "Rilis itu tidak ada.") { DetailEn = "There is no such release." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static readonly Problem ServiceExists = Invalid("service-exists", "/code", "Kode ini sudah dipakai. Buat versi baru layanan itu.", "This code is taken. Make a new version of that service.");

    public static readonly Problem AnotherCode = Invalid("another-code", "/code", "Kode di definisi harus sama dengan layanan ini.", "The code in the definition must be that of this service.");

    public static readonly Problem NothingChanged = new(ProblemKind.Conflict, "nothing-changed", "Definisi ini sama dengan versi terakhir.") { DetailEn = "This definition is the same as the latest version." };

    public static readonly Problem KeyReused = new(ProblemKind.Invalid, "idempotency-key-reused", "Idempotency-Key ini sudah dipakai untuk isi lain. Buat yang baru.") { DetailEn = "This Idempotency-Key was used for something else. Make a new one." };

    public static readonly Problem ReleaseOpen = new(ProblemKind.Conflict, "release-open", "Layanan ini masih punya rilis yang berjalan. Selesaikan dahulu.") { DetailEn = "Another release of this service is on its way. Finish it first." };

    public static readonly Problem VersionNotNewer = new(ProblemKind.Conflict, "version-not-newer", "Versi ini tidak lebih baru daripada yang berlaku di semua daerah. Simpan isinya sebagai versi baru.") { DetailEn = "This version is not newer than what is in force everywhere. Save its text as a new version." };

    public static readonly Problem RegenciesMissing = Invalid("regencies-missing", "/regencies", "Pilih paling sedikit satu daerah atau provinsi yang belum mendapat versi ini.", "Choose at least one regency or province that does not have the version yet.");

    public static readonly Problem RegencyNotReached = new(ProblemKind.Conflict, "regency-not-reached", "Daerah itu tidak memakai versi ini.") { DetailEn = "That regency does not have this version." };

    public static readonly Problem SecondPerson = new(ProblemKind.Conflict, "second-person-needed", "Anda sendiri yang mengusulkan. Pemilik katalog yang lain harus menyetujui.") { DetailEn = "You asked for it yourself. Another catalog owner has to agree." };

    public static Problem FolderMissing(string folder) =>
        new(ProblemKind.NotFound, "catalog-folder-missing", $"Folder {folder} tidak ada.") { DetailEn = $"There is no folder {folder}." };

    public static Problem UnknownRegency(string code) => new(ProblemKind.NotFound, "regency-not-found", $"Daerah {code} tidak terdaftar.") { DetailEn = $"There is no regency {code}." };

    public static Problem NoSuchRegency(string pointer, string code) => Invalid("invalid-content", pointer, $"Daerah '{Short(code)}' tidak terdaftar. Tulis kodenya, misalnya 13.75.", $"There is no regency '{Short(code)}'. Write its code, for example 13.75.");

    public static Problem NotNow(Releases.ReleaseState state, Releases.ReleaseAction action) =>
        new(ProblemKind.Conflict, "illegal-transition", "Langkah ini tidak mungkin pada keadaan rilis sekarang.") { DetailEn = $"A release that is {state} cannot {action}." };

    public static Problem Faulty(IEnumerable<DefinitionFault> faults)
    {
        var errors = faults.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(f => f.Expected.In(CultureInfo.CurrentUICulture)).ToArray());
        return new(ProblemKind.Invalid, "invalid-definition", string.Create(CultureInfo.InvariantCulture, $"Definisi punya {errors.Count} bagian yang harus diperbaiki.")) { DetailEn = string.Create(CultureInfo.InvariantCulture, $"{errors.Count} parts of the definition need to be mended."), Errors = errors };
    }

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Rilis ini sudah berubah. Lihat keadaannya yang sekarang.") { DetailEn = "The release has changed. Look at its present state.", Current = current };

    private static Problem Invalid(string code, string pointer, string text, string english) => new(ProblemKind.Invalid, code, text) { DetailEn = english, Errors = new Dictionary<string, string[]> { [pointer] = [text] } };

    private static string Short(string text) => text.Length <= 20 ? text : text[..20];
}
