using MppDigital.Platform.UseCases;

namespace MppDigital.National.Verification;

internal static class Problems
{
    public static readonly Problem AnotherDocument = new(ProblemKind.Conflict, "document-already-registered", "Kode atau nomor itu sudah dipakai dokumen lain.") { DetailEn = "That code or number belongs to another document." };

    public static readonly Problem UnknownDocument = new(ProblemKind.NotFound, "document-not-found", "Dokumen itu tidak terdaftar.") { DetailEn = "There is no such document." };
}
