using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>Every refusal that the review of alarms can give.</summary>
internal static class BrokerProblems
{
    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Bagian ini milik admin daerah dan kepala MPP.") { DetailEn = "This belongs to the regency's admin and the head of the hall." };

    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-alarm", "Peringatan ini tidak ada. Lihat daftarnya.") { DetailEn = "There is no such alarm. Look at the list." };

    public static readonly Problem Decided = new(ProblemKind.Conflict, "illegal-transition", "Peringatan ini sudah diputuskan, atau penjelasannya sudah dijawab. Muat ulang halaman.") { DetailEn = "This alarm was decided, or its explanation answered. Reload the page." };

    public static Problem Reason(int least, int most) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.")
    {
        DetailEn = "Some answers need to be mended.",
        Errors = new Dictionary<string, string[]> { ["/reason"] = [$"Tulis alasan putusan, {least} sampai {most} huruf, tanpa nama dan tanpa NIK."] },
    };

    public static readonly Problem Verdict = new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.")
    {
        DetailEn = "Some answers need to be mended.",
        Errors = new Dictionary<string, string[]> { ["/verdict"] = ["Pilih salah satu putusan."] },
    };
}
