using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications;

/// <summary>Every refusal that an application can meet.</summary>
internal static class Problems
{
    public static readonly Problem UnknownService = new(ProblemKind.NotFound, "unknown-service", "Layanan ini tidak ada. Cari layanan lain di daftar layanan.") { DetailEn = "There is no such service. Look in the list of services." };

    public static readonly Problem ServiceNotOffered = new(ProblemKind.Conflict, "service-not-offered", "Daerah ini belum membuka layanan ini. Hubungi loket atau pilih daerah lain.") { DetailEn = "This regency does not offer the service yet. Ask its counter or choose another regency." };

    public static readonly Problem TariffMissing = new(ProblemKind.Conflict, "tariff-missing", "Daerah ini belum menetapkan tarif layanan ini, jadi biayanya belum dapat dihitung. Hubungi loket.") { DetailEn = "This regency has not set its tariff for this service, so the fee cannot be told yet. Ask its counter." };

    public static readonly Problem RegencyNotLive = new(ProblemKind.Conflict, "regency-not-live", "Daerah ini sedang bersiap dan belum menerima permohonan.") { DetailEn = "This regency is preparing and takes no applications yet." };

    public static readonly Problem CounterOnly = new(ProblemKind.Conflict, "counter-only", "Layanan ini hanya di loket. Ambil nomor antrean untuk datang.") { DetailEn = "This service is given at the counter only. Take a queue number." };

    public static readonly Problem UnknownApplication = new(ProblemKind.NotFound, "unknown-application", "Permohonan dengan nomor ini tidak ada di sini. Periksa nomornya.") { DetailEn = "There is no application with this number here. Check the number." };

    public static readonly Problem NoClock = new(ProblemKind.Conflict, "no-legal-clock", "Layanan ini diputus oleh sistem instansi lain, jadi tidak ada batas hukum di sini.") { DetailEn = "Another agency's system decides this service, so no legal limit runs here." };

    public static readonly Problem CompleteAtOutOfRange = new(ProblemKind.Invalid, "complete-at", "Beri waktu antara tahun 2000 dan 2199.")
    {
        DetailEn = "Give an instant between 2000 and 2199.",
        Errors = new Dictionary<string, string[]> { ["/completeAt"] = ["2000 sampai 2199"] },
    };

    public static readonly Problem UnknownDraft = new(ProblemKind.NotFound, "unknown-draft", "Draf ini tidak ada lagi. Draf disimpan 30 hari sejak terakhir diubah. Mulai lagi dari halaman layanan.") { DetailEn = "This draft is gone. Drafts are kept for 30 days after the last change. Start again from the service page." };

    public static readonly Problem RegisterAtWork = new(ProblemKind.Conflict, "register-at-work", "Dokumen pengganti sudah diminta dan sedang dibuat. Tunggu sampai terbit, atau cabut dokumen ini.") { DetailEn = "A replacement has been asked for and is being made. Wait until it is issued, or revoke this document." };

    public static readonly Problem UnknownDocument = new(ProblemKind.NotFound, "no-document", "Belum ada dokumen. Dokumen tersedia setelah permohonan disetujui dan dokumennya selesai dibuat.") { DetailEn = "There is no document yet. It comes after the approval, as soon as it has been made." };

    public static readonly Problem FeeNotPaid = new(ProblemKind.Conflict, "fee-not-paid", "Biaya permohonan ini belum dibayar. Langkah ini terbuka setelah lunas.") { DetailEn = "The fee of this application is not paid. This step opens when it is." };

    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Langkah ini milik petugas lain menurut standar layanan.") { DetailEn = "By the service's standard this step belongs to somebody else." };

    public static readonly Problem SamePerson = new(ProblemKind.Forbidden, "second-person-needed", "Yang memeriksa tidak boleh menyetujui. Minta pejabat lain.") { DetailEn = "Whoever verified may not approve. Ask another official." };

    public static readonly Problem NotYoursToAssign = new(ProblemKind.Forbidden, "not-yours-to-assign", "Berkas ini di tangan petugas lain. Minta petugas itu atau kepala untuk menyerahkannya.") { DetailEn = "Another officer has this file. Ask them or the head to hand it on." };

    public static readonly Problem IllegalMove = new(ProblemKind.Conflict, "illegal-transition", "Langkah ini tidak dapat dilakukan pada keadaan sekarang. Muat ulang halaman.") { DetailEn = "This step is not possible in the present state. Reload the page." };

    public static readonly Problem GrantedByLaw = new(ProblemKind.Conflict, "granted-by-law", "Batas hukum sudah lewat. Permohonan disetujui menurut hukum dan tidak dapat diputus lagi.") { DetailEn = "The legal limit has passed. The application is granted by law and can no longer be decided." };

    public static readonly Problem VersionNeeded = new(ProblemKind.VersionRequired, "version-required", "Sertakan If-Match dari ETag yang terakhir dibaca.") { DetailEn = "Send If-Match with the ETag last read." };

    public static readonly Problem KeyReused = new(ProblemKind.Invalid, "idempotency-key-reused", "Kunci Idempotency-Key ini sudah dipakai untuk isi lain. Pakai kunci baru.") { DetailEn = "This Idempotency-Key was used with another body. Use a new one." };

    public static readonly Problem WrongSecret = new(ProblemKind.NotFound, "unknown-number-or-secret", "Nomor atau kode rahasia tidak cocok. Keduanya ada di tanda terima.") { DetailEn = "Number and secret do not match. Both are on the receipt." };

    public static Problem TooManyTries(TimeSpan retry) => new(ProblemKind.TooMany, "too-many-tries", "Terlalu banyak percobaan untuk nomor ini. Coba lagi satu jam lagi.") { RetryAfter = retry, DetailEn = "Too many tries for this number. Try again in an hour." };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Berkas ini sudah diubah orang lain. Lihat keadaan terbaru, lalu putuskan lagi.") { Current = current, DetailEn = "Somebody else changed this file. Look at it again, then decide." };

    public static Problem OtherVersion(int inForce) => new(ProblemKind.Invalid, "other-version", $"Formulir ini sekarang versi {inForce}. Ambil lagi formulirnya, periksa jawaban Anda, lalu kirim dengan versi itu.")
    {
        DetailEn = $"This form is version {inForce} now. Get the form again, check your answers and send them with that version.",
        Errors = new Dictionary<string, string[]> { ["/catalogVersion"] = [$"Versi yang berlaku: {inForce}"] },
    };

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = errors, DetailEn = "Some answers need to be mended." };

    public static Problem Field(string pointer, string text) => Invalid(new Dictionary<string, string[]> { [pointer] = [text] });
}
