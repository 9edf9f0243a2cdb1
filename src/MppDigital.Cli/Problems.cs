using MppDigital.Platform.UseCases;

namespace MppDigital.Cli;

internal static class Problems
{
    public static readonly Problem NotProvisioned = new(ProblemKind.NotFound, "not-provisioned", "Basis data belum ada. Jalankan dahulu: mpp tenants provision --all");

    public static Problem UnknownRegency(string given) => new(ProblemKind.NotFound, "unknown-regency", $"Tidak ada daerah '{given}'. Beri kode seperti 13.75 atau nama subdomain seperti bukittinggi.");

    public static Problem Seed(string message) => new(ProblemKind.Invalid, "seed", message);

    public static Problem Unreadable(string file, string message) => new(ProblemKind.Unreadable, "unreadable", $"{file} tidak dapat dibaca: {message}");

    public static Problem Outage(string message) => new(ProblemKind.Unavailable, "outage", message);
}
