using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>Every refusal that the survey can meet.</summary>
internal static class SurveyProblems
{
    public static readonly Problem UnknownCode = new(ProblemKind.NotFound, "unknown-survey-code", "Kode survei ini tidak kami kenal, atau masanya sudah habis. Periksa kodenya di tanda terima, tiket, atau halaman permohonan Anda.")
    {
        DetailEn = "We do not know this survey code, or its time is over. Check it on your receipt, your ticket or the page of your application.",
        Errors = new Dictionary<string, string[]> { ["/code"] = ["Tulis 12 huruf dan angka dari tanda terima, tiket, atau halaman permohonan."] },
    };

    public static readonly Problem AlreadyAnswered = new(ProblemKind.Conflict, "survey-already-answered", "Survei untuk pelayanan ini sudah diisi. Satu pelayanan dinilai satu kali. Bila ada yang kurang, sampaikan lewat aduan.")
    {
        DetailEn = "This survey has been answered. Each service is rated once. If something is missing, write a complaint.",
    };

    public static readonly Problem Over = new(ProblemKind.Conflict, "survey-over", "Masa pengisian survei ini, 30 hari, sudah lewat. Penilaian Anda tetap kami terima lewat saran.")
    {
        DetailEn = "The 30 days of this survey are over. We still take your opinion as a suggestion.",
    };

    public static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "admins-only", "Tugas perbaikan diatur admin daerah.") { DetailEn = "The regency's admin looks after the improvement tasks." };

    public static readonly Problem UnknownTask = new(ProblemKind.NotFound, "unknown-improvement", "Tugas perbaikan ini tidak ada. Kembali ke daftarnya.") { DetailEn = "There is no such improvement task. Go back to the list." };

    public static readonly Problem Closed = new(ProblemKind.Conflict, "improvement-closed", "Tugas ini sudah selesai dan tampil di halaman kinerja. Tidak dapat diubah lagi.") { DetailEn = "This task is done and stands on the public page. It cannot be changed any more." };

    public static readonly Problem UnknownPeriod = new(ProblemKind.Invalid, "unknown-period", "Periode ini tidak terbaca.")
    {
        DetailEn = "This period cannot be read.",
        Errors = new Dictionary<string, string[]> { ["/period"] = ["Tulis 2026 untuk tahun, 2026-S2 untuk semester, 2026-T4 untuk triwulan, atau 2026-11 untuk bulan."] },
    };

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> faults) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { DetailEn = "Something needs mending.", Errors = faults };

    public static Problem Stale(object current) => new(ProblemKind.Stale, "stale", "Admin lain baru saja mengubah tugas ini. Lihat keadaannya sekarang, lalu simpan lagi.") { DetailEn = "Another admin has just changed this task. Look at it as it is now and save again.", Current = current };
}
