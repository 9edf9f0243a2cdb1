using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

internal static class Problems
{
    public static readonly Problem UnknownBase = new(ProblemKind.Invalid, "unknown-base", "Pembagi harus 514 atau 509.")
    {
        DetailEn = "The base is 514 or 509.",
        Errors = new Dictionary<string, string[]> { ["/base"] = ["514 atau 509"] },
    };

    public static readonly Problem UnknownStage = new(ProblemKind.Invalid, "unknown-stage", "Tahap tidak dikenal.")
    {
        DetailEn = "There is no such stage.",
        Errors = new Dictionary<string, string[]> { ["/stage"] = ["inaugurated, operating, unknown, digital-pilot"] },
    };

    public static readonly Problem UnknownRegency = new(ProblemKind.NotFound, "regency-not-found", "Daerah itu tidak terdaftar. Periksa kodenya, misalnya 13.75.") { DetailEn = "There is no such regency. Check the code, for example 13.75." };

    public static readonly Problem AlreadyRecorded = new(ProblemKind.Conflict, "already-recorded", "Peristiwa itu sudah tercatat pada tanggal itu.") { DetailEn = "That event is already recorded for that date." };

    public static Problem Invalid(string pointer, string text, string textEn) =>
        new(ProblemKind.Invalid, "invalid-rollout-entry", text) { DetailEn = textEn, Errors = new Dictionary<string, string[]> { [pointer] = [text] } };

    public static Problem Stale(RolloutRegencySheet current) =>
        new(ProblemKind.Stale, "stale-version", "Data berubah sejak Anda membukanya. Muat ulang lalu coba lagi.") { DetailEn = "It changed since you opened it. Reload and try again.", Current = current };
}
