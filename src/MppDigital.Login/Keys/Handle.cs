using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace MppDigital.Login.Keys;

/// <summary>Unguessable values that stand for a row: codes, cookies, refresh tokens. Only their hash is stored.</summary>
internal static class Handle
{
    public const int Length = 43;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string handle) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));
}
