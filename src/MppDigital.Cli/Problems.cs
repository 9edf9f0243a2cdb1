using MppDigital.Platform.UseCases;

namespace MppDigital.Cli;

internal static class Problems
{
    public static readonly Problem NotProvisioned = new(ProblemKind.NotFound, "not-provisioned", "Basis data belum ada. Jalankan dahulu: mpp tenants provision --all");

    public static readonly Problem WrongSub = new(ProblemKind.Invalid, "wrong-sub", "--person: tulis sub orang itu, huruf dan angka, paling panjang 40, seperti di jejak audit.");

    public static readonly Problem LongReason = new(ProblemKind.Invalid, "long-reason", "--reason: paling panjang 500 huruf.");

    public static readonly Problem WrongPeriod = new(ProblemKind.Invalid, "wrong-period", "--from dan --to: tulis tanggal seperti 2026-11-01, yang pertama tidak sesudah yang terakhir.");

    public static Problem Unwritable(string file, string message) => new(ProblemKind.Conflict, "unwritable", $"{file} tidak dapat ditulis: {message}");

    public static Problem UnknownRegency(string given) => new(ProblemKind.NotFound, "unknown-regency", $"Tidak ada daerah '{given}'. Beri kode seperti 13.75 atau nama subdomain seperti bukittinggi.");

    public static Problem Seed(string message) => new(ProblemKind.Invalid, "seed", message);

    public static Problem Unreadable(string file, string message) => new(ProblemKind.Unreadable, "unreadable", $"{file} tidak dapat dibaca: {message}");

    public static Problem Outage(string message) => new(ProblemKind.Unavailable, "outage", message);
}
