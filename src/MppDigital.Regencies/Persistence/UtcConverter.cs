using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MppDigital.Regencies.Persistence;

/// <summary>Every instant is UTC; engines that forget the kind are reminded of it.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
