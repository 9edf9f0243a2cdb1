using System.Text.Json;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Regencies.Persistence;

/// <summary>Seals and opens personal values of the current regency; one method per kind of value, so that no purpose is mistyped.</summary>
internal sealed class RegencySecrets(CurrentRegency current, RegencyDatabases databases)
{
    public FieldCipher Cipher => databases.CipherOf(current.Value);

    public byte[] SealNik(string nik) => Cipher.Encrypt("nik", nik);

    public string OpenNik(byte[] value) => Cipher.Decrypt("nik", value);

    public string NikLookup(string nik) => Cipher.Lookup("nik", nik);

    public string SubjectLookup(string subject) => Cipher.Lookup("subject", subject);

    public byte[] SealName(string name) => Cipher.Encrypt("name", name);

    public string OpenName(byte[] value) => Cipher.Decrypt("name", value);

    public IReadOnlyList<string> NameTokens(string name) => Cipher.NameTokens(name);

    public byte[] SealReason(string reason) => reason.Length == 0 ? [] : Cipher.Encrypt("reason", reason);

    public string OpenReason(byte[] value) => value.Length == 0 ? "" : Cipher.Decrypt("reason", value);

    public byte[] SealAnswers(string json) => Cipher.Encrypt("answers", json);

    public string OpenAnswers(byte[] value) => Cipher.Decrypt("answers", value);

    public byte[] SealCode(string code) => Cipher.Encrypt("verification-code", code);

    public string OpenCode(byte[] value) => Cipher.Decrypt("verification-code", value);

    public string SecretHash(string number, string secret) => Cipher.Lookup("tracking-secret", $"{number}:{secret}");

    public string KioskCode(string code) => Cipher.Lookup("kiosk-code", code);

    public byte[] Seal<T>(string purpose, T value) => Cipher.Encrypt(purpose, JsonSerializer.Serialize(value, JsonSerializerOptions.Web));

    public T Open<T>(string purpose, byte[] value) =>
        JsonSerializer.Deserialize<T>(Cipher.Decrypt(purpose, value), JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"A stored {purpose} is empty.");
}
